import * as contract from '@stazhirovka/contract/accounts';
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { askPasswordReset } from './commands/ask-password-reset.ts';
import { giveConsent, withdrawConsent } from './commands/change-consent.ts';
import { changeProfile } from './commands/change-profile.ts';
import { resetPassword } from './commands/reset-password.ts';
import { signIn } from './commands/sign-in.ts';
import { signUp } from './commands/sign-up.ts';
import { CONSENT_TEXTS } from './consent-texts.ts';
import { sessionsOf } from './index.ts';
import * as queries from './queries.ts';
import * as sessionStore from './session-store.ts';
import * as store from './store.ts';
import * as view from './view.ts';

const DONE = { done: true } as const;

/** Open to everybody: the ways in, and what a page asks first. */
export const signInHttp: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
	async function enter(request: FastifyRequest, reply: FastifyReply, personId: string) {
		const staff = await store.isStaff(deps.db, personId);
		reply.header('set-cookie', await sessionsOf(deps).open(personId, staff, request.visit()));
		return { me: await me(deps, personId) };
	}

	app.route({
		...contract.getMe,
		handler: async ({ actor }) => ({
			me: actor && (await me(deps, actor.personId)),
			demonstration: deps.demonstration
		})
	});
	app.route({ ...contract.listConsentTexts, handler: async () => CONSENT_TEXTS });
	app.route({
		...contract.signUp,
		handler: async (request, reply) => enter(request, reply, await signUp(request.visit(), request.body))
	});
	app.route({
		...contract.signIn,
		handler: async (request, reply) => enter(request, reply, await signIn(request.visit(), request.body))
	});
	app.route({
		...contract.signOut,
		async handler(request, reply) {
			reply.header('set-cookie', await sessionsOf(deps).close(request.headers.cookie ?? ''));
			reply.header('clear-site-data', '"cache", "storage"');
			return DONE;
		}
	});
	app.route({
		...contract.askPasswordReset,
		async handler(request) {
			await askPasswordReset(request.visit(), request.body);
			return DONE;
		}
	});
	app.route({
		...contract.resetPassword,
		async handler(request) {
			await resetPassword(request.visit(), { ...request.params, ...request.body });
			return DONE;
		}
	});
};

/** Registered only with the demonstration region: in production these addresses do not exist. */
export const demonstrationHttp: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
	app.route({
		...contract.listDemonstrationPeople,
		handler: async () => (await queries.demonstrationPeople(deps.db)).map(view.toDemonstrationPerson)
	});
	app.route({
		...contract.demonstrationSignIn,
		async handler(request, reply) {
			const people = await queries.demonstrationPeople(deps.db);
			const person = people.find(({ id }) => id === request.body.personId) ?? missing('person');
			const staff = await store.isStaff(deps.db, person.id);
			reply.header('set-cookie', await sessionsOf(deps).open(person.id, staff, request.visit()));
			return { me: await me(deps, person.id) };
		}
	});
	app.route({
		...contract.listOutbox,
		handler: async () => (await queries.outboxLetters(deps.db)).map(view.toLetter)
	});
};

/** For the signed-in person about himself. */
export const accountHttp: FastifyPluginAsyncZod = async (app) => {
	app.route({
		...contract.listConsents,
		handler: async (request) => consents(request)
	});
	app.route({
		...contract.giveConsent,
		async handler(request) {
			await giveConsent(request.context(), request.body);
			return consents(request);
		}
	});
	app.route({
		...contract.withdrawConsent,
		async handler(request) {
			await withdrawConsent(request.context(), request.params.kind);
			return consents(request);
		}
	});
	app.route({
		...contract.listSessions,
		async handler(request) {
			const { db, actor } = request.context();
			const rows = await sessionStore.listSessions(db, actor.personId);
			return rows.map((row) => view.toSession(row, actor.sessionId));
		}
	});
	app.route({
		...contract.endSession,
		async handler(request) {
			const { db, actor } = request.context();
			return (await sessionStore.endSession(db, actor.personId, request.params.id))
				? DONE
				: missing('session');
		}
	});
	app.route({
		...contract.endOtherSessions,
		async handler(request) {
			const { db, actor } = request.context();
			await sessionStore.endOtherSessions(db, actor.personId, actor.sessionId);
			return DONE;
		}
	});
	app.route({ ...contract.getProfile, handler: (request) => profile(request) });
	app.route({
		...contract.changeProfile,
		async handler(request) {
			await changeProfile(request.context(), request.body);
			return profile(request);
		}
	});
};

async function me({ db }: Pick<Deps, 'db'>, personId: string) {
	return view.toMe((await queries.meFacts(db, personId)) ?? missing('person'));
}

async function consents(request: FastifyRequest) {
	const { db, actor } = request.context();
	return view.toConsents(await store.latestConsents(db, actor.personId));
}

async function profile(request: FastifyRequest) {
	const { db, actor } = request.context();
	return view.toProfile((await queries.profileFacts(db, actor.personId)) ?? missing('person'));
}
