/** What a room hears of a message, as the product says it: both sides of a comparison carry the same bytes. */
export function eventOf(seq: number, text: string, roomId: string) {
	return {
		t: 'event',
		roomId,
		event: {
			type: 'message.posted',
			seq,
			clientId: '0191d7a0-5b7c-7cc3-98ff-4b62d1f0aa01',
			author: {
				id: '0191d7a0-5b7c-7cc3-98ff-4b62d1f0aa02',
				fullName: 'Вереснёва Аглая Тихоновна',
				shortName: 'Вереснёва А. Т.'
			},
			text,
			files: [],
			task: null,
			card: null,
			at: '2026-11-22T10:00:00.000Z'
		}
	};
}
