import { wordsIn } from '../final-works/index.ts';
import type { Answer, FormDefinition } from '../forms/index.ts';

/** Fewest words of a whole comment on a draft. */
export const FEWEST_DRAFT_WORDS = 20;

/** What the reader of a draft writes: no marks, three parts of one comment. */
export const DRAFT_SHEET: FormDefinition = {
	key: 'draft_comment',
	title: 'Комментарий к черновику',
	note: 'Без оценок: автор ещё правит работу. Пишите о тексте, не об авторе.',
	sections: [
		{
			key: 'comment',
			fields: [
				{ key: 'seen', label: 'Что увидели в работе', required: true, kind: 'longText' },
				{ key: 'led', label: 'К чему это привело', required: true, kind: 'longText' },
				{ key: 'advice', label: 'Что советуете', required: true, kind: 'longText' }
			]
		}
	]
};

/** Words of the whole comment. */
export function draftWords(answer: Answer): number {
	return ['seen', 'led', 'advice'].reduce((sum, key) => sum + wordsIn(answer[key]), 0);
}
