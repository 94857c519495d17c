import { INK, LINE } from './engine.ts';

/** Names of rows down the left side: in two lines where one is too short, then cut off. */
export function namesAxis(data: string[], { color = INK, width }: { color?: string; width: number }) {
	return {
		...{ type: 'category', inverse: true, data, axisTick: { show: false } },
		axisLine: { lineStyle: { color: LINE } },
		axisLabel: {
			...{ color, width, fontSize: 13, interval: 0 },
			...{ overflow: 'break', lineHeight: 14, height: 28, lineOverflow: 'truncate' }
		}
	} as const;
}
