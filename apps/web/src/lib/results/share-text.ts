const shares = new Intl.NumberFormat('ru-RU', { style: 'percent', maximumFractionDigits: 0 });

/** «73 %»; a dash where nothing can be told. */
export function shareText(share: number | null): string {
	return share === null ? '–' : shares.format(share);
}
