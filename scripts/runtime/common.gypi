# The little of Node's own build settings that an add-on needs, since headers come from the package node-api-headers.
{
  'target_defaults': {
    'default_configuration': 'Release',
    'cflags': ['-fPIC', '-pthread'],
    'configurations': { 'Release': {}, 'Debug': {} },
  },
}
