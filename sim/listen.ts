import { createServer as createHttpServer, type RequestListener, type Server } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo } from "node:net";

export interface Certificate {
  /** PEM */
  readonly key: string;
  readonly cert: string;
}

export interface RunningServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Serves on loopback only; port 0 takes a free one. Plain http without a certificate. */
export async function listen(
  handle: RequestListener,
  certificate?: Certificate,
  port = 0,
): Promise<RunningServer> {
  const server: Server = certificate
    ? createHttpsServer({ key: certificate.key, cert: certificate.cert }, handle)
    : createHttpServer(handle);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (!isAddressInfo(address)) throw new Error("The server has no port");
  return {
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function isAddressInfo(address: string | AddressInfo | null): address is AddressInfo {
  return typeof address === "object" && address !== null;
}
