"""What running the server for others takes: sign-in, rates, the audit, metrics and logs.

In: requests that `web.security` let through. Out: the same, counted, and those of hurried clients
refused. Open `registering` first.
"""

from web.operating.metrics import count_answer
from web.operating.registering import register

__all__ = ["count_answer", "register"]
