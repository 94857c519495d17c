import type { Tx } from '@stazhirovka/db';
import type { Actor } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { enterEnrolment, type EnrolmentFacts } from '../cohorts/index.ts';
import { documentFacts, type DocumentFacts } from './queries.ts';
import * as store from './store.ts';

export type EnteredCertificate = {
	certificate: store.CertificateRow;
	enrolment: EnrolmentFacts;
	facts: DocumentFacts;
	holder: DocumentFacts['holder'];
};

/** A document of the register, for those who lead its site; nobody else issues anything to its holder meanwhile. */
export async function enterCertificate(tx: Tx, actor: Actor, id: string): Promise<EnteredCertificate> {
	const { enrolmentId } = (await store.findRegistered(tx, id)) ?? missing('enrolment');
	const enrolment = await enterEnrolment(tx, actor, enrolmentId ?? missing('enrolment'), 'leader');
	await store.lockEnrolments(tx, [enrolment.id]);
	const certificate = (await store.findRegistered(tx, id)) ?? missing('enrolment');
	const facts = (await documentFacts(tx, enrolment.id)) ?? missing('enrolment');
	return { certificate, enrolment, facts, holder: facts.holder };
}
