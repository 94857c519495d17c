import swagger from '@fastify/swagger';
import { jsonSchemaTransform } from '@fastify/type-provider-zod';
import plugin from 'fastify-plugin';
import { version } from './version.ts';

/** Collects every route; `GET /api/openapi.json` shows what was collected, so it cannot drift from the code. */
export const openapi = plugin(async (app) => {
	await app.register(swagger, {
		openapi: {
			openapi: '3.1.0',
			info: {
				title: 'Стажировка',
				version,
				description: 'API платформы стажировок. Ошибка – всегда `Problem { code, message, details? }`.'
			},
			servers: [{ url: '/' }],
			components: {
				securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'session' } }
			}
		},
		transform: jsonSchemaTransform
	});
	app.get('/api/openapi.json', { schema: { hide: true } as never }, async () => app.swagger());
});
