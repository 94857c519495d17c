import type { z } from 'zod';

type Schema = {
	params?: z.ZodType;
	querystring?: z.ZodType;
	body?: z.ZodType;
	response: Record<number, z.ZodType>;
	/** Media types of the answer, when it is not JSON. */
	produces?: string[];
	summary?: string;
	tags?: string[];
};

type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type Endpoint = { method: Method; url: string; schema: Schema };

/** One value describes a route for the service (Fastify reads it) and for the callers (createCall reads it). */
export function endpoint<const E extends Endpoint>(e: E): E {
	return e;
}

type Part<E extends Endpoint, K extends 'params' | 'querystring' | 'body'> =
	E['schema'] extends Record<K, infer S extends z.ZodType> ? { [P in K]: z.input<S> } : unknown;

export type Input<E extends Endpoint> = Part<E, 'params'> & Part<E, 'querystring'> & Part<E, 'body'>;

export type Output<E extends Endpoint> = E['schema']['response'] extends { 200: infer S extends z.ZodType }
	? z.output<S>
	: undefined;
