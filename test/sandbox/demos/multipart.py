"""A multipart/form-data body with Python's standard library alone."""

import os
import uuid


def encode(files):
    """Takes file paths by their form fields; returns the body and its content type."""
    boundary = uuid.uuid4().hex
    body = b""
    for field, path in files.items():
        with open(path, "rb") as file:
            content = file.read()
        body += (
            f"--{boundary}\r\n"
            f'Content-Disposition: form-data; name="{field}"; '
            f'filename="{os.path.basename(path)}"\r\n\r\n'
        ).encode()
        body += content + b"\r\n"
    body += f"--{boundary}--\r\n".encode()
    return body, f"multipart/form-data; boundary={boundary}"
