import type { Tx } from '@stazhirovka/db';
import { fullName } from '@stazhirovka/domain/certificates';
import type { Answer } from '@stazhirovka/domain/forms';
import { approvalsGiven, withoutApprovals } from '@stazhirovka/domain/sites';
import { isDeepStrictEqual } from 'node:util';
import type { Ctx } from '../../../shell/context.ts';
import { record } from '../../../shell/journal.ts';
import { post } from '../../../shell/mail.ts';
import type { ApplicationFacts } from './access.ts';
import { approvalFell } from './letters.ts';
import { colleaguesIn } from './queries.ts';
import type { ApplicationValues } from './store.ts';

/** What was approved is not what stands there any more (R41): the change that takes its approvals back; null if none. */
export function fallenApproval(
	{ programme, programmeApproval, approvalRevision }: ApplicationFacts,
	changed: Answer
): ApplicationValues | null {
	if (isDeepStrictEqual(programme, changed)) return null;
	const left = withoutApprovals(programmeApproval);
	return left && { programmeApproval: left, approvalRevision: approvalRevision + 1 };
}

/** Records approvals that fell, and writes to those who gave them, as far as they are people of the organisation. */
export async function tellFallen(tx: Tx, ctx: Ctx, application: ApplicationFacts): Promise<void> {
	const { id, title, organisationId, programmeApproval } = application;
	const approvals = approvalsGiven(programmeApproval);
	await record(tx, ctx, 'application.approval_fell', { id }, { approvals });

	const colleagues = await colleaguesIn(tx, organisationId);
	for (const { name, on } of approvals) {
		const [person, ...namesakes] = colleagues.filter((one) => sameName(fullName(one), name));
		if (person && namesakes.length === 0) await post(tx, approvalFell(person, { title, on }), ctx.now());
	}
}

function sameName(a: string, b: string): boolean {
	const plain = (name: string) => name.trim().toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ');
	return plain(a) === plain(b);
}
