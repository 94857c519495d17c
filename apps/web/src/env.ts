import { defineEnvVars } from '@sveltejs/kit/env';

/** The only place where the web app learns about its surroundings. */
export const variables = defineEnvVars({
	API_URL: {
		description: 'Where the service answers, as seen from this process',
		schema: (value) => value ?? 'http://127.0.0.1:3001'
	},
	INTERNAL_KEY: {
		description: 'Shared with the service: calls that carry it are made for a visitor',
		schema: (value) => value ?? ''
	}
});
