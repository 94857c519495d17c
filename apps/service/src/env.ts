import { z } from 'zod';

const Env = z.object({
	/** Where people reach the product: links in letters and QR codes begin with it. */
	PUBLIC_URL: z.url().optional(),
	/** Shared with the web app when the two run apart; made anew at every start when they run in one process. */
	INTERNAL_KEY: z.string().min(32).optional(),
	SMTP_URL: z.string().optional(),
	MAIL_FROM: z.string().default('Стажировка <no-reply@localhost>'),
	LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
	/** Beside PostgreSQL, the bus between several processes: addresses with commas between. */
	NATS_URL: z.string().optional(),
	/** Trust X-Forwarded-* of this many proxies in front. */
	TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0)
});
export type Env = z.infer<typeof Env>;

/** The only reader of process.env in the service. Throws with the names of the wrong variables. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
	return Env.parse(source);
}
