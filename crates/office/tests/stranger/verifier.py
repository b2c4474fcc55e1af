"""A stranger's verifier, written from docs/log-format.md alone. Python's standard library, SHA-256 and Ed25519 only.

usage: verifier.py LOG KEY [RECEIPT...]    prints what is wrong, one line each, or "sound"
"""
import base64, hashlib, json, sys
from datetime import datetime

# Ed25519 (RFC 8032): verification only
P = 2**255 - 19
Q = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P

def recover_x(y, sign):
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    assert (x * x - x2) % P == 0
    return P - x if x & 1 != sign else x

def add(a, b):
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    g, h = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    i, j, k, l = f - e, h - g, h + g, f + e
    return i * j % P, k * l % P, j * k % P, i * l % P

def times(n, point):
    total = (0, 1, 1, 0)
    while n:
        if n & 1:
            total = add(total, point)
        point, n = add(point, point), n >> 1
    return total

def decode(data):
    y = int.from_bytes(data, "little")
    y, sign = y & (2**255 - 1), y >> 255
    x = recover_x(y, sign)
    return x, y, 1, x * y % P

BASE = decode((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))

def signed(key, text, signature):
    try:
        key, sig = base64.b64decode(key.removeprefix("ed25519:")), base64.b64decode(signature)
        a, r, s = decode(key), decode(sig[:32]), int.from_bytes(sig[32:], "little")
    except (AssertionError, ValueError):
        return False
    h = int.from_bytes(hashlib.sha512(sig[:32] + key + text.encode()).digest(), "little") % Q
    left, right = times(s, BASE), add(r, times(h, a))
    same = lambda i: (left[i] * right[2] - right[i] * left[2]) % P == 0
    return s < Q and same(0) and same(1)

# texts
def fields(text):
    pairs = [line.split(": ", 1) for line in text.splitlines()[1:]]
    return dict(pairs), text[: text.rindex("signature: ")]

def ms(text):
    return round(datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp() * 1000)

# the tree (RFC 6962): roots of the perfect subtrees from left to right, with their sizes
def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()

def push(stack, commitment):
    stack.append((1, sha(b"\0", commitment)))
    while len(stack) > 1 and stack[-1][0] == stack[-2][0]:
        (size, left), (_, right) = stack[-2:]
        stack[-2:] = [(2 * size, sha(b"\1", left, right))]

def root(stack):
    if not stack:
        return sha()
    total = stack[-1][1]
    for _, left in reversed(stack[:-1]):
        total = sha(b"\1", left, total)
    return total

def commitment(log, leaf):
    e = leaf["event"]
    texts = [leaf["seq"], e["kind"], e["version"], e["at"], e["recorded"], e["procedure"], e["calendar"]]
    parts = [bytes.fromhex(e["salt"]), log.encode(), leaf["stream"].encode()]
    parts += [str(text).encode() for text in texts] + [base64.b64decode(e["bytes"])]
    return sha(*(len(part).to_bytes(8, "big") + part for part in parts))

def main(path, key, *receipts):
    wrong, stack, leaves, last, roots = [], [], [], None, {0: sha().hex()}
    lines = (json.loads(line) for line in open(path, encoding="utf-8"))
    opening = next(lines)
    if opening["format"] != "wenzheng log 1" or opening["key"] != key or opening["hash"] != "sha256":
        wrong.append("another log, key or hash")
    for line in lines:
        if "leaf" in line:
            if line["leaf"] != len(leaves):
                wrong.append(f"entry {len(leaves)} is missing")
            if "stream" in line and "event" not in line:
                wrong.append(f"gone {line['stream']} {line['seq']}")
            elif "event" in line and commitment(opening["log"], line).hex() != line["commitment"]:
                wrong.append(f"altered {line['stream']} {line['seq']}")
            leaves.append(line["commitment"])
            push(stack, bytes.fromhex(line["commitment"]))
            roots[len(leaves)] = root(stack).hex()
        elif "head" in line:
            head, body = fields(line["head"])
            if head["key"] != key or not signed(key, body, head["signature"]):
                wrong.append(f"head {head['size']} is not signed")
            elif head["root"] != root(stack).hex() or int(head["size"]) != len(leaves):
                wrong.append(f"head {head['size']} does not fit")
            last = head
    for receipt in receipts:
        given, body = fields(open(receipt, encoding="utf-8").read())
        if given["key"] != key or not signed(key, body, given["signature"]):
            wrong.append(f"receipt {given['stream']} is not signed")
        elif given["commitment"] not in leaves and ms(last["time"]) > ms(given["recorded"]) + 1000 * int(given["within"]):
            wrong.append(f"promise broken {given['stream']} {given['seq']}")
        if roots.get(int(given["head-size"])) != given["head-root"]:
            wrong.append(f"the log does not extend that of receipt {given['stream']}")
    print("\n".join(wrong) or "sound")

main(*sys.argv[1:])
