import { z } from 'zod';
import { endpoint } from '../endpoint.ts';

const Health = z.object({
	status: z.enum(['ok', 'unavailable']),
	version: z.string(),
	database: z.enum(['ok', 'unavailable'])
});

export const getHealth = endpoint({
	method: 'GET',
	url: '/health',
	schema: { tags: ['health'], summary: 'Status, version, database', response: { 200: Health, 503: Health } }
});
