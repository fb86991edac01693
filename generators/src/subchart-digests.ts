/** Annotation of Chart.yaml with the digests of archives that packing fetches, by the key of their values. */
export const SUBCHART_DIGESTS = 'chartwright/subchart-digests';
