import type { Tx } from '@stazhirovka/db';
import { moveApplication, type ApplicationState } from '@stazhirovka/domain/sites';
import { lockedApplication } from '../../sites/index.ts';
import type { Ballot } from './meeting.ts';

/**
 * The ballot with everything put off that waits for the council no more, and the items of that: an application may have
 * been taken back while it stood on the agenda. The others are held, so that nobody takes them back meanwhile.
 */
export async function withoutGone(
	tx: Tx,
	{ present, items }: Ballot
): Promise<{ ballot: Ballot; gone: ReadonlySet<string> }> {
	const gone = new Set<string>();
	const kept: Ballot['items'] = [];
	for (const item of items) {
		const { id, applicationId } = item.row;
		const application = applicationId ? await lockedApplication(tx, applicationId) : null;
		if (!application || moveApplication(application.rules.profile, application, 'support').ok)
			kept.push(item);
		else {
			gone.add(id);
			kept.push({ ...item, row: { ...item.row, putOff: true, decision: wordsOn(application.state) } });
		}
	}
	return { ballot: { present, items: kept }, gone };
}

/** What the minutes say instead of a decision. */
function wordsOn(state: ApplicationState): string {
	return state === 'withdrawn'
		? 'Заявка отозвана заявителем, вопрос снят.'
		: 'Заявка больше не ждёт решения совета, вопрос снят.';
}
