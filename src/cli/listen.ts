import { serve } from "@hono/node-server";
import { type Cli, WORLD_FAILED } from "./cli.ts";

/** Serves until the process is asked to end. A port that is taken is told with its fix. */
export function listen(
  cli: Pick<Cli, "out" | "err" | "exit">,
  fetch: (request: Request) => Response | Promise<Response>,
  options: { readonly host: string; readonly port: number },
): Promise<void> {
  return new Promise((ended) => {
    const { host, port } = options;
    const server = serve({ fetch, port, hostname: host }, (info) => {
      const name = host.includes(":") ? `[${host}]` : host;
      cli.out(`asof serves http://${name}:${info.port}/ (Ctrl-C ends it)\n`);
    });
    server.on("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE";
      cli.err(
        taken
          ? `Port ${port} is taken by another program. Choose another with --port, or --port 0 for any free one.\n`
          : `The address ${host}:${port} cannot be served: ${error.message}. Check --host and --port.\n`,
      );
      cli.exit(WORLD_FAILED);
      ended();
    });
    const stop = () => {
      server.close(() => ended());
      if ("closeAllConnections" in server) server.closeAllConnections();
    };
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
  });
}
