import { valueAt, type JsonRecord, type Path } from '@stazhirovka/domain/outline';
import { expect, test } from 'vitest';
import { hasNoLines } from './cards.ts';

const desk = (document: JsonRecord) => ({ at: (path: Path) => valueAt(document, path) });

test('R103: the card of self-analysis is empty until a task has a question for it', () => {
	const task = { key: 'T01', self_check: [{ key: 'c1', text: 'Проверено' }], self_analysis: [] };
	expect(hasNoLines(desk({ tasks: [task] }), 'self_analysis')).toBe(true);
	expect(hasNoLines(desk({ tasks: [task] }), 'self_check')).toBe(false);
	expect(hasNoLines(desk({}), 'self_check')).toBe(true);
	expect(hasNoLines(desk({}), 'blank_plan')).toBe(false);
});
