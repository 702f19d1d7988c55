/** The floors of the portal: arrows go down only, and a room enters another by its queries or its routes. */
const FLOORS = [['words'], ['api', 'session', 'design'], ['files', 'family'], ['rooms'], ['app']];
const BELOW = ['words', 'api', 'session', 'design', 'files', 'family'];
const room = `^web/src/(?!(${BELOW.join('|')}|app)/)[^/]+/`;

const upward = FLOORS.slice(0, -1).map((names, floor) => {
  const above = FLOORS.slice(floor + 1).flat();
  const named = above.filter((name) => name !== 'rooms').map((name) => `^web/src/${name}/`);
  return {
    name: `${names[0]}-only-looks-down`,
    severity: 'error',
    from: { path: names[0] === 'rooms' ? room : `^web/src/(${names.join('|')})/` },
    to: { path: [...named, ...(above.includes('rooms') ? [room] : [])].join('|') },
  };
});

module.exports = {
  forbidden: [
    {
      name: 'no-circle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    ...upward,
    {
      name: 'rooms-through-queries-only',
      severity: 'error',
      from: { path: '^web/src/([^/]+)/' },
      to: { path: `${room}(?!(queries|routes)\\.ts$)`, pathNot: '^web/src/$1/' },
    },
    {
      name: 'the-portal-knows-the-service-by-its-contract',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^src/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'default'],
    },
  },
};
