"""One check with Python's smtplib. Usage: HOST PORT CA PASSWORD"""

import smtplib
import ssl
import sys

HOST, PORT, CA, PASSWORD = sys.argv[1:5]

with smtplib.SMTP(HOST, int(PORT)) as client:
    client.starttls(context=ssl.create_default_context(cafile=CA))
    client.ehlo()
    client.user, client.password = "user@example.test", PASSWORD
    client.auth("PLAIN", client.auth_plain)
