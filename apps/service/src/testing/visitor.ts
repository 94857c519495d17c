import { createCall, type Call } from '@stazhirovka/contract/client';
import type { Endpoint, Input, Output } from '@stazhirovka/contract/endpoint';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { sessionsOf } from '../capabilities/accounts/index.ts';
import type { Deps } from '../shell/context.ts';

/** One person at the API, with that person's own session. */
export type Visitor = {
	/** A raw request to a path under `/api`, with the cookie and the origin of our pages. */
	inject(options: InjectOptions): Promise<LightMyRequestResponse>;
	/** A request by the contract; refusals are answers. */
	call: Call;
	/** The same where a refusal would be a fault of the test. */
	must<E extends Endpoint>(endpoint: E, input: Input<E>): Promise<Output<E>>;
};

type App = Pick<FastifyInstance, 'inject'>;

/** Signs the person in with a new session. */
export async function visit(
	app: App,
	deps: Deps,
	person: { id: string } | null,
	staff = false
): Promise<Visitor> {
	const device = { userAgent: 'test', address: '127.0.0.1', now: deps.now };
	const cookie = person && (await sessionsOf(deps).open(person.id, staff, device)).split(';')[0];
	const headers = { host: new URL(deps.origin).host, origin: deps.origin, ...(cookie && { cookie }) };

	const inject = (options: InjectOptions) =>
		app.inject({ ...options, headers: { ...headers, ...options.headers } });
	const call = createCall(overInject(inject), `${deps.origin}/api`, () => ({}));
	return { inject, call, must: (endpoint, input) => must(call, endpoint, input) };
}

function overInject(inject: Visitor['inject']): typeof fetch {
	return async (url, init) => {
		const { pathname, search } = new URL(String(url));
		const response = await inject({
			method: init?.method as InjectOptions['method'],
			url: `${pathname}${search}`,
			headers: init?.headers as Record<string, string>,
			payload: init?.body as string | undefined
		});
		return new Response(response.rawPayload, { status: response.statusCode });
	};
}

async function must<E extends Endpoint>(call: Call, endpoint: E, input: Input<E>): Promise<Output<E>> {
	const answer = await call(endpoint, input);
	if (!answer.ok) throw new Error(`${endpoint.method} ${endpoint.url}: ${JSON.stringify(answer.refusal)}`);
	return answer.value;
}
