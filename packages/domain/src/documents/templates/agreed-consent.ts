import { fullName, type PersonName } from '../../certificates/names.ts';
import type { Fact, Paper } from '../paper.ts';

export type AgreedConsentFacts = {
	title: string;
	/** Word for word what was on the screen. */
	text: string;
	version: string;
	/** Null for the text alone, before anybody agreed. */
	given: {
		person: PersonName & { email: string };
		/** As they are printed: day and time. */
		at: string;
		withdrawnAt: string | null;
		/** On paper it was signed by hand, else by a mark on the platform. */
		onPaper: boolean;
	} | null;
};

/** What a person agreed to, word for word, with the version of the text, the moment and the way (X7, X21). */
export function agreedConsent({ title, text, version, given }: AgreedConsentFacts): Paper {
	return {
		title: given ? `${title}: ${fullName(given.person)}` : title,
		author: given ? fullName(given.person) : title,
		orientation: 'portrait',
		blocks: [
			{ kind: 'title', document: 'СОГЛАСИЕ', subject: subjectOf(title) },
			{ kind: 'paragraph', text },
			{ kind: 'facts', facts: [{ label: 'Редакция текста', value: version }, ...factsOf(given)] },
			...(given
				? [
						{
							kind: 'note' as const,
							text: 'Документ составлен платформой по записи о данном согласии. Текст приведён дословно.'
						}
					]
				: [])
		]
	};
}

function factsOf(given: AgreedConsentFacts['given']): Fact[] {
	if (!given) return [];
	return [
		{ label: 'Кто дал согласие', value: fullName(given.person) },
		{ label: 'Электронная почта', value: given.person.email },
		{ label: 'Когда', value: given.at },
		{
			label: 'Как',
			value: given.onPaper
				? 'подписано на бумаге, отмечено руководителем площадки'
				: 'отметкой на платформе после входа под своей учётной записью или при регистрации'
		},
		...(given.withdrawnAt ? [{ label: 'Отозвано', value: given.withdrawnAt }] : [])
	];
}

/** «Согласие на …» stands under «СОГЛАСИЕ» without its first word. */
function subjectOf(title: string): string {
	return title.replace(/^Согласие\s+/, '');
}
