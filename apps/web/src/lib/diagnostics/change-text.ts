import { m } from '#lib/paraglide/messages.js';

/** «+33,3 пункта», «−11,1 пункта», «без изменений». */
export function changeText(change: number | null): string {
	if (change === null) return '—';
	if (change === 0) return m.diagnosis_compare_same();
	const size = Math.abs(change);
	const value = `${change > 0 ? '+' : '−'}${size.toLocaleString('ru-RU')}`;
	return m.diagnosis_compare_points({ value, count: size });
}
