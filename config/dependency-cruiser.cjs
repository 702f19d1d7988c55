/** The floors of the house (docs/architecture.md), checked: arrows go down only, and through index.ts. */
const FLOORS = [
  ['kernel'],
  ['platform'],
  ['identity'],
  ['collectivites'],
  ['calendar', 'ledger', 'payfip', 'pes', 'sepa'],
  ['families'],
  ['news', 'demandes', 'invitations', 'reglement', 'mandates', 'instalments'],
  ['prestations', 'health'],
  ['payments'],
  ['reservations'],
  ['attendance'],
  ['billing'],
  ['reminders', 'certificates'],
  ['claims'],
  ['treasury', 'simulations', 'personal-data'],
];
const ROOMS = FLOORS.slice(2).flat();

const upward = FLOORS.flatMap((rooms, floor) =>
  rooms.map((room) => {
    const forbidden = [...rooms.filter((other) => other !== room), ...FLOORS.slice(floor + 1).flat()];
    return {
      name: `${room}-only-looks-down`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: {
        path: `^src/(${[...forbidden, 'demo', 'commands', 'payfip-simulator', 'openapi', 'migrations'].join('|')})/|^src/[^/]+\\.ts$`,
      },
    };
  }),
);

module.exports = {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    ...upward,
    {
      name: 'rooms-through-index-only',
      comment: 'A room has two doors: index.ts, and rules/index.ts for what is pure.',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: `^src/(${ROOMS.join('|')})/(?!(rules/)?index\\.ts$)`, pathNot: '^src/$1/' },
    },
    {
      name: 'rules-enter-by-the-door-of-rules',
      comment: 'A rule and its table reach another room through rules/index.ts: what they load stays pure, and light.',
      severity: 'error',
      from: { path: '^src/([^/]+)/rules/' },
      to: { path: `^src/(${ROOMS.join('|')})/(?!rules/index\\.ts$)`, pathNot: '^src/$1/' },
    },
    {
      name: 'front-hall-through-index-only',
      severity: 'error',
      from: { path: '^src/[^/]+\\.ts$' },
      to: { path: `^src/(${ROOMS.join('|')})/(?!index\\.ts$)` },
    },
    {
      name: 'rules-are-pure',
      comment: 'rules/ and kernel/ know no framework, no database, no files.',
      severity: 'error',
      from: { path: '^src/(kernel|[^/]+/rules)/', pathNot: '\\.spec\\.ts$' },
      to: {
        path: 'node_modules/(@nestjs|typeorm|fastify|mysql2|libsql)|^src/platform/|^(node:)?(fs|http|net|child_process)',
      },
    },
    {
      name: 'rules-do-not-reach-rows-or-http',
      severity: 'error',
      from: { path: '^src/([^/]+)/rules/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^src/$1/(api|actions|data|tasks)/' },
    },
    {
      name: 'actions-do-not-know-http',
      severity: 'error',
      from: { path: '^src/([^/]+)/(actions|data)/' },
      to: { path: '^src/$1/api/' },
    },
    {
      name: 'the-clock-is-the-platforms',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(platform|kernel|demo)/|^src/[^/]+\\.ts$|\\.spec\\.ts$' },
      to: { path: '^(node:)?crypto$|^crypto$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
