/** The HTTP server: what all pages and doors have in common. The routes themselves are brought by the rooms. */
import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { OperatorError } from '#base/errors.ts';
import type { Logger } from '#base/logger.ts';

export interface WebServer {
  /** Listens; resolves with where. */
  start(): Promise<{ readonly host: string; readonly port: number; readonly url: string }>;
  /** Takes no new request, lets those under way finish for `grace` ms, then cuts what is left. */
  stop(grace?: number): Promise<void>;
  /** The whole application, for calling it without a socket. */
  readonly app: Hono;
}

export interface WebServerOptions {
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  /** Each brings its own paths; the first that knows a path answers. */
  readonly routes: readonly Hono[];
  readonly logger: Logger;
  /** The largest body of a request in bytes; a route may allow less. */
  readonly largestBody?: number;
}

export function createWebServer(options: WebServerOptions): WebServer {
  const { host, port, routes, logger, largestBody = 1024 * 1024 } = options;
  const app = new Hono();
  let server: Server | undefined;
  let isStopping = false;
  app.use(secure);
  app.use(async (c, next) => {
    await next();
    // A connection kept open for a next request would hold up the stop.
    if (isStopping) c.header('Connection', 'close');
  });
  app.use(
    bodyLimit({
      maxSize: largestBody,
      onError: (c) => c.json({ error: `A request has at most ${largestBody} bytes.` }, 413),
    }),
  );
  for (const route of routes) app.route('/', route);
  app.notFound((c) => c.json({ error: 'Nothing is to be found here.' }, 404));
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    logger.error({ err: error, method: c.req.method, route: c.req.routePath }, 'request failed');
    return c.json({ error: 'This did not work on our side; it has been noted.' }, 500);
  });

  return {
    app,

    start() {
      return new Promise((resolve, reject) => {
        const listening = serve({ fetch: app.fetch, hostname: host, port, serverOptions: limits }, (address) => {
          listening.off('error', refuse);
          const shown = host.includes(':') ? `[${host}]` : host;
          resolve({ host, port: address.port, url: `http://${shown}:${address.port}` });
        }) as Server;
        const refuse = (error: NodeJS.ErrnoException) => reject(cannotListen(error, host, port));
        listening.once('error', refuse);
        server = listening;
      });
    },

    async stop(grace = 2000) {
      const closing = server;
      server = undefined;
      isStopping = true;
      if (!closing?.listening) return;
      const closed = new Promise<void>((resolve) => closing.close(() => resolve()));
      closing.closeIdleConnections();
      const cut = setTimeout(() => closing.closeAllConnections(), grace);
      await closed;
      clearTimeout(cut);
    },
  };
}

/** Nobody may hold a connection open by sending slowly. Answers may take as long as they need. */
const limits = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 10_000, maxHeaderSize: 16 * 1024 };

/** Nothing is loaded from elsewhere, and nothing runs that is not a file of ours. */
const secure = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    mediaSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  permissionsPolicy: { geolocation: ['self'], microphone: ['self'], camera: [], payment: [] },
  referrerPolicy: 'same-origin',
  // Decided by whoever ends TLS in front of us.
  strictTransportSecurity: false,
  xFrameOptions: 'DENY',
});

function cannotListen(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new OperatorError(`PORT ${port} on ${host} is used by another program; set PORT to a free one.`);
  }
  if (error.code === 'EACCES')
    return new OperatorError(`PORT ${port} may not be opened by this user; set PORT to one above 1024.`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new OperatorError(`HOST ${host} is no address of this machine; set HOST to 127.0.0.1 or 0.0.0.0.`);
  }
  return error;
}
