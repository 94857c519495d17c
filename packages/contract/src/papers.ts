/** What endpoints that answer with a printed paper have in common. */
export const asPdf = { produces: ['application/pdf'] };

/** The paper that the endpoint before it gives as PDF, to go on writing in. */
export const asWord = {
	summary: 'The same for Word and LibreOffice',
	produces: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document']
};
