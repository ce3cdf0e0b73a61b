import type { FastifyServerOptions } from 'fastify';

/** How the server logs: what somebody must look at. */
export const serverLog: FastifyServerOptions['logger'] = {
  level: 'warn',
  hooks: {
    /** Whoever leaves before an answer has ended is no error of the server, wherever the broken stream is noticed. */
    logMethod(args, method, level) {
      if (level > 30 && isLeaving(args[0])) this.info('a client left before its answer ended');
      else method.apply(this, args);
    },
  },
};

/** The libraries that move an answer on tell it each in their own way, some inside an object. */
function isLeaving(logged: unknown): boolean {
  const error = logged instanceof Error ? logged : (logged as { err?: unknown } | null)?.err;
  return error instanceof Error && error.message.toLowerCase() === 'premature close';
}
