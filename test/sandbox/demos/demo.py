"""The Python demos of Computer Vision Vietnam's documentation, with the standard library alone.

    python3 demo.py <base URL> <api key> <api secret> <endpoint> <url|file|base64> <image> [<back>]

The endpoint is the path after /api/v2/. An image is a URL or a path, as the format type says.
"""

import base64
import json
import sys
import urllib.request

import multipart

base_url, api_key, api_secret, endpoint, format_type, *images = sys.argv[1:]
names = ["img"] if len(images) == 1 else ["img1", "img2"]
images = dict(zip(names, images))

url = f"{base_url}/api/v2/{endpoint}?format_type={format_type}&get_thumb=false"
body = None
headers = {}

if format_type == "url":
    # As in the demos, the URLs are not encoded.
    for name, image in images.items():
        url += f"&{name}={image}"
elif format_type == "file":
    body, headers["Content-Type"] = multipart.encode(images)
else:
    encoded = {}
    for name, path in images.items():
        with open(path, "rb") as file:
            encoded[name] = base64.encodebytes(file.read()).decode("ascii")
    body = json.dumps(encoded).encode()
    headers["Content-Type"] = "application/json"

token = base64.b64encode(f"{api_key}:{api_secret}".encode()).decode("ascii")
headers["Authorization"] = f"Basic {token}"
request = urllib.request.Request(url, data=body, headers=headers)
with urllib.request.urlopen(request) as response:
    print(response.read().decode())
