"""A real mail server for the tests: prints its port, then each mail that it takes as a line of JSON."""
import argparse
import asyncio
import email
import email.policy
import json
import logging
import warnings

from aiosmtpd.smtp import SMTP, AuthResult

# A password without TLS is worth a warning, but not on the way to the same machine.
warnings.simplefilter("ignore")
logging.disable()
parser = argparse.ArgumentParser()
parser.add_argument("--port", type=int, default=0)
parser.add_argument("--refuse", default="")
parser.add_argument("--password", default="")
wish = parser.parse_args()


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address == wish.refuse:
            return f"550 5.1.1 <{address}> is nobody here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        print(json.dumps({
            "to": envelope.rcpt_tos,
            "from": str(mail["From"]),
            "subject": str(mail["Subject"]),
            "date": mail["Date"].datetime.timestamp(),
            "message_id": str(mail["Message-ID"]).strip(),
            "text": mail.get_content(),
        }), flush=True)
        return "250 OK"


def authenticate(server, session, envelope, mechanism, data):
    right = data.password.decode() == wish.password
    return AuthResult(success=right, handled=right)


async def main():
    def make():
        return SMTP(Handler(), hostname="mail.test", auth_required=bool(wish.password),
                    auth_require_tls=False, authenticator=authenticate)

    server = await asyncio.get_running_loop().create_server(make, "127.0.0.1", wish.port)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
