import type { Database, Tx } from '@stazhirovka/db';
import { sheetsOf, type Dossier, type NetworkMember } from '@stazhirovka/domain/sites';
import type { ApplicationFacts } from './access.ts';
import { storedSheet } from './sheets.ts';
import { membersOf } from './store.ts';
import { recommendedAmong } from './recommendation-store.ts';

/** The organisations of an application; one alone leads itself. */
export async function organisationsOf(
	db: Database | Tx,
	{ id, organisationId }: Pick<ApplicationFacts, 'id' | 'organisationId'>
): Promise<NetworkMember[]> {
	const members = await membersOf(db, id);
	return members.length ? members : [{ organisationId, isLead: true }];
}

/** Everything that the application consists of, as it is judged when it is handed in. */
export async function dossierOf(tx: Tx, application: ApplicationFacts): Promise<Dossier> {
	const { rules, theme, networkMinutes } = application;
	const members = await organisationsOf(tx, application);
	const ids = members.map(({ organisationId }) => organisationId);
	const recommended = await recommendedAmong(tx, rules.regulationId, ids);

	const answers: Dossier['answers'] = {};
	for (const { kind } of sheetsOf(rules.profile)) {
		answers[kind] = (await storedSheet(tx, application, kind)).answer;
	}
	return {
		theme,
		members,
		hasMinutes: Boolean(networkMinutes),
		notRecommended: ids.filter((id) => !recommended.has(id)),
		answers
	};
}
