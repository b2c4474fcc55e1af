"""A server of buckets for the tests: prints its address, and the id and secret of a key; ends with its standard input.

Signatures are checked: only what is done to prepare it needs none.
"""
import json
import logging
import os
import sys

BUCKET = "wenzheng"
# four calls below come before anybody signs
os.environ["INITIAL_NO_AUTH_ACTION_COUNT"] = "4"

import boto3  # noqa: E402
from moto.server import ThreadedMotoServer  # noqa: E402

logging.getLogger("werkzeug").setLevel(logging.ERROR)
server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
server.start()
host, port = server.get_host_and_port()
address = f"http://{host}:{port}"
opened = dict(
    endpoint_url=address,
    region_name="cn-north-1",
    aws_access_key_id="nobody",
    aws_secret_access_key="nothing",
)
people = boto3.client("iam", **opened)
people.create_user(UserName="wenzheng")
rule = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}],
}
people.put_user_policy(UserName="wenzheng", PolicyName="all", PolicyDocument=json.dumps(rule))
key = people.create_access_key(UserName="wenzheng")["AccessKey"]
boto3.client("s3", **opened).create_bucket(
    Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": "cn-north-1"}
)
print(address, key["AccessKeyId"], key["SecretAccessKey"], flush=True)
sys.stdin.read()
server.stop()
