import * as accounts from '@stazhirovka/contract/accounts';
import * as alerts from '@stazhirovka/contract/alerts';
import * as answering from '@stazhirovka/contract/answering';
import * as agreements from '@stazhirovka/contract/agreements';
import * as applications from '@stazhirovka/contract/applications';
import * as authoring from '@stazhirovka/contract/authoring';
import * as badges from '@stazhirovka/contract/badges';
import * as certificateBatches from '@stazhirovka/contract/certificate-batches';
import * as certificateSignatures from '@stazhirovka/contract/certificate-signatures';
import * as calibration from '@stazhirovka/contract/calibration';
import * as certificates from '@stazhirovka/contract/certificates';
import * as chat from '@stazhirovka/contract/chat';
import * as cohorts from '@stazhirovka/contract/cohorts';
import * as consultations from '@stazhirovka/contract/consultations';
import * as consents from '@stazhirovka/contract/consents';
import * as coordinators from '@stazhirovka/contract/coordinators';
import * as councils from '@stazhirovka/contract/councils';
import * as deadlines from '@stazhirovka/contract/deadlines';
import * as diagnostics from '@stazhirovka/contract/diagnostics';
import * as documents from '@stazhirovka/contract/documents';
import type { Endpoint } from '@stazhirovka/contract/endpoint';
import * as draftRounds from '@stazhirovka/contract/draft-rounds';
import * as experience from '@stazhirovka/contract/experience';
import * as files from '@stazhirovka/contract/files';
import * as finalWorks from '@stazhirovka/contract/final-works';
import * as forms from '@stazhirovka/contract/forms';
import * as health from '@stazhirovka/contract/health';
import * as learningRoutes from '@stazhirovka/contract/learning-routes';
import * as materials from '@stazhirovka/contract/materials';
import * as monitoring from '@stazhirovka/contract/monitoring';
import * as municipalObservers from '@stazhirovka/contract/municipal-observers';
import * as orders from '@stazhirovka/contract/orders';
import * as passports from '@stazhirovka/contract/passports';
import * as plans from '@stazhirovka/contract/plans';
import * as portal from '@stazhirovka/contract/portal';
import * as portfolio from '@stazhirovka/contract/portfolio';
import * as programmes from '@stazhirovka/contract/programmes';
import * as register from '@stazhirovka/contract/register';
import * as regulations from '@stazhirovka/contract/regulations';
import * as reporting from '@stazhirovka/contract/reporting';
import * as results from '@stazhirovka/contract/results';
import * as schools from '@stazhirovka/contract/schools';
import * as sites from '@stazhirovka/contract/sites';
import * as spaces from '@stazhirovka/contract/spaces';
import * as staff from '@stazhirovka/contract/staff';
import * as subscriptions from '@stazhirovka/contract/subscriptions';
import * as summaries from '@stazhirovka/contract/summaries';
import * as surveys from '@stazhirovka/contract/surveys';
import * as tasks from '@stazhirovka/contract/tasks';
import { createTestDatabase, type TestDatabase } from '@stazhirovka/db/testing';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from './app.ts';
import { listen, type Live } from './shell/live.ts';

const CONTRACT = [
	accounts,
	alerts,
	answering,
	agreements,
	applications,
	authoring,
	badges,
	certificateBatches,
	certificateSignatures,
	calibration,
	certificates,
	chat,
	cohorts,
	consultations,
	consents,
	coordinators,
	councils,
	deadlines,
	diagnostics,
	documents,
	draftRounds,
	experience,
	files,
	finalWorks,
	forms,
	health,
	learningRoutes,
	materials,
	monitoring,
	municipalObservers,
	orders,
	passports,
	plans,
	portal,
	portfolio,
	programmes,
	register,
	regulations,
	reporting,
	results,
	schools,
	sites,
	spaces,
	staff,
	subscriptions,
	summaries,
	surveys,
	tasks
].flatMap((capability) => Object.values(capability).filter(isEndpoint));

let database: TestDatabase;
let live: Live;
let app: FastifyInstance;

beforeAll(async () => {
	database = await createTestDatabase();
	live = await listen(database.db);
	app = await build({
		db: database.db,
		now: () => new Date(),
		origin: 'http://site.test',
		filesDir: '/nowhere',
		keysDir: '/nowhere',
		demonstration: true,
		live,
		internalKey: ''
	});
	await app.ready();
});

afterAll(async () => {
	await app.close();
	await live.close();
	await database.drop();
});

type Operation = {
	summary?: string;
	responses: Record<string, unknown>;
	requestBody?: unknown;
	parameters?: unknown[];
};

async function described(): Promise<Map<string, Operation>> {
	const { paths } = (await app.inject('/api/openapi.json')).json<{
		paths: Record<string, Record<string, Operation>>;
	}>();
	return new Map(
		Object.entries(paths).flatMap(([path, operations]) =>
			Object.entries(operations).map(
				([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const
			)
		)
	);
}

test('the description names every endpoint of the contract and nothing else', async () => {
	const promised = CONTRACT.map(({ method, url }) => `${method} /api${url.replace(/:(\w+)/g, '{$1}')}`);

	expect([...(await described()).keys()].filter((name) => name !== 'GET /api/live').toSorted()).toEqual(
		promised.toSorted()
	);
});

test('every operation says what it is for, what it takes and what it answers', async () => {
	const operations = await described();
	const poor = CONTRACT.filter(({ method, url, schema }) => {
		const operation = operations.get(`${method} /api${url.replace(/:(\w+)/g, '{$1}')}`);
		if (!operation?.summary) return true;
		if (schema.body && !operation.requestBody) return true;
		if (schema.params && !operation.parameters?.length) return true;
		return Object.keys(schema.response).some((status) => !(status in operation.responses));
	});

	expect(poor.map(({ method, url }) => `${method} ${url}`)).toEqual([]);
});

test('health tells the version and that the database answers', async () => {
	const response = await app.inject('/api/health');

	expect(response.statusCode).toBe(200);
	expect(response.json()).toEqual({
		status: 'ok',
		version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
		database: 'ok'
	});
});

test('a route that does not exist, malformed JSON and a wrong type are problems with a code', async () => {
	const post = (url: string, payload: string) =>
		app.inject({ method: 'POST', url, payload, headers: { 'content-type': 'application/json' } });

	expect((await app.inject('/api/nothing')).json()).toEqual({
		code: 'route.missing',
		message: 'route.missing'
	});
	expect((await post('/api/sign-in', '{')).json().code).toBe('request.malformed');
	expect((await post('/api/sign-in', '{"email":5}')).json()).toMatchObject({
		code: 'request.malformed',
		details: {
			faults: [
				{ field: 'email', code: 'value.wrong' },
				{ field: 'password', code: 'value.missing' }
			]
		}
	});
});

function isEndpoint(value: unknown): value is Endpoint {
	return typeof value === 'object' && value !== null && 'url' in value && 'schema' in value;
}

test('an id that nothing can have is the address of nothing; JSON too deep to walk is the sender’s fault', async () => {
	const deep = `{"email":"a@b.ru","password":"x","consents":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
	const sent = await app.inject({
		method: 'POST',
		url: '/api/sign-up',
		payload: deep,
		headers: { 'content-type': 'application/json' }
	});

	expect([sent.statusCode, sent.json().code]).toEqual([400, 'request.malformed']);
	expect((await app.inject('/api/certificate-checks/%00')).statusCode).toBe(404);
	expect((await app.inject('/api/portal/programmes/%00')).statusCode).toBe(404);
});
