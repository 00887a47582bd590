"""The server beneath the application: who gets a connection, whose body is read, who waits.

In: sockets. Out: requests to the application that are allowed, whole and not too many. Open
`listener` first.

It is waitress with its parser, channel, dispatcher and server each extended by a little. One loop
holds all its connections, so that a slow client costs a socket and no thread, and it runs on
Windows. Measured with eight threads and a trivial application, by whether one more request is
answered within eight seconds while others are under way:

| | waitress 3.0 | gunicorn 27, gthread | granian 2.8, WSGI | this |
|---|---|---|---|---|
| 1,100 idle connections | no | no | no | 0.9 s |
| 40 headers half sent | 0.01 s | no | 0.01 s | 0.01 s |
| 40 bodies half sent | 0.01 s | no | no | 0.01 s |
| 40 requests of 3 s | no | no | no | 0.01 s |
| both lengths of a body | two answers | 400 | 200 | 400 |

What made the difference: a full house shows the door to whoever waits longest (`listener`), each
kind of request has threads of its own and a bounded queue (`lanes`), a body is judged by its
header before it is kept (`gate`).
"""

from web.listening.listener import Listening, listen

__all__ = ["Listening", "listen"]
