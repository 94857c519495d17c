import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { serializerCompiler, validatorCompiler } from '@fastify/type-provider-zod';
import websocket from '@fastify/websocket';
import Fastify, { type FastifyServerFactory } from 'fastify';
import { api } from './api.ts';
import { sockets } from './capabilities/chat/live/http.ts';
import type { Paces } from './capabilities/chat/paces.ts';
import type { Timings } from './capabilities/chat/live/timings.ts';
import { LARGEST_FILE } from './capabilities/files/index.ts';
import type { Deps } from './shell/context.ts';
import { errorHandler } from './shell/error-handler.ts';
import { identity } from './shell/identity.ts';
import { serve } from './shell/one-port.ts';
import { openapi } from './shell/openapi.ts';

const MEGABYTE = 1_048_576;

export type BuildOptions = {
	logLevel?: string;
	trustedProxies?: number;
	/** Another server than one for the API alone. */
	serverFactory?: FastifyServerFactory;
	/** How often open sockets are looked at; tests look more often. */
	timings?: Timings;
	/** How much one person may ask of the chat over HTTP; tests write faster than people. */
	paces?: Paces;
};

/** One process of the service: what every request meets, and the API. */
export async function build(
	deps: Deps,
	{ logLevel = 'silent', trustedProxies = 0, serverFactory = serve, timings, paces }: BuildOptions = {}
) {
	const app = Fastify({
		logger: { level: logLevel },
		bodyLimit: MEGABYTE,
		trustProxy: (_, hop) => hop < trustedProxies,
		return503OnClosing: true,
		serverFactory
	})
		.setValidatorCompiler(validatorCompiler)
		.setSerializerCompiler(serializerCompiler);
	app.setErrorHandler(errorHandler);
	app.setNotFoundHandler((_, reply) =>
		reply.code(404).send({ code: 'route.missing', message: 'route.missing' })
	);

	await app.register(helmet, {
		contentSecurityPolicy: false,
		referrerPolicy: { policy: 'same-origin' },
		strictTransportSecurity: deps.origin.startsWith('https:')
	});
	await app.register(multipart, {
		limits: { files: 1, fileSize: LARGEST_FILE, fields: 5, parts: 6 }
	});
	await app.register(websocket, sockets);
	await app.register(openapi);
	await app.register(identity, { deps });

	await app.register(api, { prefix: '/api', deps, timings, paces });

	return app;
}
