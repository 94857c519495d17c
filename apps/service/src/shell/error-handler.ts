import { hasZodFastifySchemaValidationErrors } from '@fastify/type-provider-zod';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from './errors.ts';

/** Codes of postgres.js and PostgreSQL that mean «the database is not there now». */
const DOWN =
	/^(CONNECT_TIMEOUT|CONNECTION_(CLOSED|ENDED|DESTROYED)|ECONNREFUSED|ECONNRESET|57P0[123]|53300)$/;
/** Waited too long for a lock or a statement: asking again helps. */
const BUSY = /^(57014|55P03|40P01|40001)$/;

/** The one place where an error becomes an answer: a documented problem, never a stack. */
export function errorHandler(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
	if (error instanceof AppError) return reply.code(error.status).send(error.problem);

	if (hasZodFastifySchemaValidationErrors(error)) {
		const places = error.validation.map((issue) => issue.instancePath || '/');
		return reply
			.code(400)
			.send({ code: 'request.malformed', message: 'request.malformed', details: { places } });
	}

	const code = databaseCode(error);
	if (DOWN.test(code) || BUSY.test(code)) {
		request.log.error(error);
		return reply
			.code(503)
			.header('retry-after', '2')
			.send({ code: 'service.unavailable', message: 'service.unavailable' });
	}

	const status = error.statusCode ?? 500;
	if (status >= 500) request.log.error(error);
	const problem = status >= 500 ? 'service.failed' : httpProblem(status);
	return reply.code(status).send({ code: problem, message: problem });
}

function databaseCode(error: { code?: unknown; cause?: unknown }): string {
	const inner = error.cause as { code?: unknown } | undefined;
	return String(inner?.code ?? error.code ?? '');
}

function httpProblem(status: number): string {
	if (status === 413) return 'request.too_large';
	if (status === 415) return 'request.media_type';
	if (status === 429) return 'request.too_many';
	if (status === 404) return 'route.missing';
	return 'request.malformed';
}
