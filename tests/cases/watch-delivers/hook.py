# A web server that keeps what is posted; it fails the first time.
import http.server, json, sys

answers = [503]

class Hook(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        status = answers.pop() if answers else 204
        with open("posted", "a") as kept:
            items = json.loads(body)["items"]
            print(self.path, status, self.headers["Content-Type"], self.headers["Idempotency-Key"],
                  sorted(item["kind"] for item in items), file=kept)
        self.send_response(status)
        self.end_headers()

    def log_message(self, *words):
        pass

server = http.server.HTTPServer(("127.0.0.1", 0), Hook)
print(server.server_address[1], flush=True)
server.serve_forever()
