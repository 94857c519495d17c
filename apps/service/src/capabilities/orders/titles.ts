import { fullName } from '@stazhirovka/domain/certificates';
import type { OrderChoice, OrderKind } from '@stazhirovka/domain/orders';
import type { Gathered } from './gathering.ts';
import { isAdditional } from './paper.ts';

/** What a paper is called in the register of documents. */
export function titleOf(
	kind: OrderKind,
	facts: Gathered,
	{ learners }: Pick<OrderChoice, 'learners'>
): string {
	const { cohortTitle } = facts.cohort;
	switch (kind) {
		case 'order_dates':
			return `Приказ о проведении стажировки: ${cohortTitle}`;
		case 'order_enrol':
			return isAdditional(facts, kind)
				? `Приказ о дополнительном зачислении: ${cohortTitle}`
				: `Приказ о зачислении: ${cohortTitle}`;
		case 'protocol':
			return `Протокол итоговой аттестации: ${cohortTitle}`;
		case 'order_finish':
			return learners.length
				? `Приказ об отчислении и выдаче документов: ${cohortTitle}`
				: `Приказ об отчислении: ${cohortTitle}`;
		case 'spravka': {
			const learner = facts.rows.find(({ id }) => id === learners[0]);
			return `Справка об обучении: ${learner ? fullName(learner) : cohortTitle}`;
		}
	}
}
