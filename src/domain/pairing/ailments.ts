/**
 * Words that say what somebody has or takes, folded: English, then Spanish. The illness that a programme is about, and
 * what is done for it there, are not among them: everybody who asks has it.
 */
export const AILMENTS: ReadonlySet<string> = new Set(
  [
    'cancer tumor tumour leukemia leukaemia lymphoma hiv aids hepatitis tuberculosis diabetes diabetic insulin stroke dementia alzheimer alzheimers',
    'epilepsy schizophrenia bipolar psychosis depression depressed anxiety ptsd autism autistic adhd alcoholic alcoholism addiction addict heroin cocaine opioid',
    'lupus cirrhosis copd asthma sclerosis parkinson parkinsons amputation amputee obese obesity pregnant miscarriage suicidal suicide diagnosis diagnosed',
    'glomerulonephritis nephropathy polycystic neuropathy hypertension gout sepsis peritonitis',
    'metformin warfarin heparin prednisone prednisolone tacrolimus ciclosporin cyclosporine mycophenolate rituximab morphine oxycodone tramadol gabapentin pregabalin sertraline fluoxetine citalopram diazepam lorazepam zolpidem amlodipine lisinopril furosemide epoetin sevelamer methotrexate ozempic aspirin ibuprofen',
    'leucemia linfoma vih sida diabetico diabetica insulina ictus demencia epilepsia esquizofrenia psicosis depresion deprimido deprimida ansiedad autismo autista alcoholico alcoholica alcoholismo adiccion adicto adicta heroina cocaina',
    'cirrosis epoc asma esclerosis amputacion obeso obesa embarazada aborto suicida suicidio diagnostico diagnosticado diagnosticada nefropatia poliquistica neuropatia hipertension gota sepsis',
    'metformina warfarina heparina prednisona prednisolona ciclosporina micofenolato morfina tramadol sertralina fluoxetina diazepam lorazepam amlodipino furosemida epoetina metotrexato aspirina ibuprofeno',
  ].flatMap((line) => line.split(' ')),
)
