import type { PAPER_CONSENTS } from '@stazhirovka/contract/consents';
import { consentPd, consentPublication, type Named, type Paper } from '@stazhirovka/domain/documents';
import { CONSENT_PARTS } from '../accounts/index.ts';
import { institutionOf } from '../documents/index.ts';

export type PaperKind = (typeof PAPER_CONSENTS)[number];

/** Which template of documents a consent is printed by. */
export const TEMPLATE = { processing: 'consent_pd', publication: 'consent_publication' } as const;

const REVOKE = 'в разделе «Мои согласия» на платформе или письмом оператору';

type Subject = {
	person: Named & { email: string };
	controller: Parameters<typeof institutionOf>[0];
};

/** A filled consent to be signed by hand; the day is written by whoever signs. */
export function consentPaper(kind: PaperKind, { person, controller }: Subject, origin: string): Paper {
	const parts = CONSENT_PARTS[kind];
	const common = { controller: institutionOf(controller), person, revoke: REVOKE, day: null };
	const { purpose, term, data } = parts;
	if (kind === 'processing') {
		const actions = [...parts.actions];
		return consentPd({
			...common,
			purpose: sentence(purpose),
			data: [...data],
			actions,
			term,
			processor: null
		});
	}
	return consentPublication({
		...common,
		...{ purpose: sentence(purpose), term, resources: [origin] },
		data: PUBLISHED.map((title) => ({ title, allowed: null, conditions: null }))
	});
}

/** In the nominative, as a table has them. */
const PUBLISHED = ['Итоговая работа', 'Фамилия, имя, отчество', 'Место работы'];

function sentence(words: string): string {
	return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
