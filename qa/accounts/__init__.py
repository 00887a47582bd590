"""People who sign in, and what they changed.

In: a name and a password, later the token that a browser was given for them. Out: the user, with
what he may do; and a line for each change. Open `users` first.
"""

from qa.accounts.audit import record_change
from qa.accounts.sessions import Sessions
from qa.accounts.users import User, Users, add_user, list_users, remove_user, set_password

__all__ = [
    "Sessions",
    "User",
    "Users",
    "add_user",
    "list_users",
    "record_change",
    "remove_user",
    "set_password",
]
