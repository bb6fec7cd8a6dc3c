// Makes the one node a replica set, and gives each service a user that can touch its own database and no other.
// Run by mongosh as root; harmless when repeated.

try {
  rs.status();
} catch (notYet) {
  if (notYet.codeName !== 'NotYetInitialized') throw notYet;
  try {
    rs.initiate({ _id: 'rs0', members: [{ _id: 0, host: 'mongo:27017' }] });
  } catch (already) {
    // Started on data that is there, and still reading from it what set it belongs to.
    if (already.codeName !== 'AlreadyInitialized') throw already;
  }
}

const limit = Date.now() + 60_000;
while (!db.hello().isWritablePrimary) {
  if (Date.now() > limit) throw new Error('no primary after 60 seconds');
  sleep(200);
}

for (const service of ['registration', 'evaluation', 'awards', 'reporting']) {
  const pwd = process.env[`DVK_${service.toUpperCase()}_STORE_PASSWORD`];
  if (!pwd) throw new Error(`no password for ${service}`);
  const own = db.getSiblingDB(`dvk_${service}`);
  const roles = [{ role: 'readWrite', db: own.getName() }];
  if (own.getUser(service)) own.updateUser(service, { pwd, roles });
  else own.createUser({ user: service, pwd, roles });
}
