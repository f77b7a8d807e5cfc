"""Many accounts with aiosmtplib: one connection and one login each, a fixed number at once.

Usage: HOST PORT CA PASSWORD COUNT PARALLEL
"""

import asyncio
import ssl
import sys

import aiosmtplib

HOST, PORT, CA, PASSWORD = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4]
COUNT, PARALLEL = int(sys.argv[5]), int(sys.argv[6])


async def check(context, gate):
    async with gate:
        client = aiosmtplib.SMTP(hostname=HOST, port=PORT, start_tls=True, tls_context=context)
        await client.connect()
        await client.auth_login("user@example.test", PASSWORD)
        client.close()


async def main():
    context = ssl.create_default_context(cafile=CA)
    gate = asyncio.Semaphore(PARALLEL)
    await asyncio.gather(*(check(context, gate) for _ in range(COUNT)))


asyncio.run(main())
