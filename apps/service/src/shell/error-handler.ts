import { hasZodFastifySchemaValidationErrors } from '@fastify/type-provider-zod';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from './errors.ts';
import { valueFaults } from './value-faults.ts';

/** Codes of postgres.js and PostgreSQL that mean «the database is not there now». */
const DOWN =
	/^(CONNECT_TIMEOUT|CONNECTION_(CLOSED|ENDED|DESTROYED)|ECONNREFUSED|ECONNRESET|57P0[123]|53300)$/;
/** Waited too long for a lock or a statement: asking again helps. */
const BUSY = /^(57014|55P03|40P01|40001)$/;

/** Text that PostgreSQL cannot store: a NUL or half a character that got past the contract. */
const NOT_STORABLE = /^(22021|22P05)$/;

/** The one place where an error becomes an answer: a documented problem, never a stack. */
export function errorHandler(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
	if (error instanceof AppError) return reply.code(error.status).send(error.problem);

	if (hasZodFastifySchemaValidationErrors(error)) {
		// An address with an id that nothing can have is an address of nothing.
		if (error.validationContext === 'params') return refuse(reply, 404, 'route.missing');
		const sent = error.validationContext === 'querystring' ? request.query : request.body;
		return refuse(reply, 400, 'request.malformed', { faults: valueFaults(error.validation, sent) });
	}
	if (isTooDeep(error) || NOT_STORABLE.test(databaseCode(error)))
		return refuse(reply, 400, 'request.malformed');

	const status = error.statusCode ?? 500;
	if (status < 500) return refuse(reply, status, httpProblem(status));

	request.log.error(error);
	const code = databaseCode(error);
	if (!DOWN.test(code) && !BUSY.test(code)) return refuse(reply, status, 'service.failed');
	return refuse(reply.header('retry-after', '2'), 503, 'service.unavailable');
}

function refuse(reply: FastifyReply, status: number, code: string, details?: Record<string, unknown>) {
	return reply.code(status).send({ code, message: code, ...(details && { details }) });
}

/** JSON nested thousands deep overflows whoever walks it; it is the sender's doing. */
function isTooDeep(error: unknown): boolean {
	return error instanceof RangeError && error.message.includes('call stack');
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
