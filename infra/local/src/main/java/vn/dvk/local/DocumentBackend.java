package vn.dvk.local;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;

/** Serves from memory what the file has, and writes changes through to it. */
class DocumentBackend extends AbstractMongoBackend {

    private final DocumentFile file;

    DocumentBackend(DocumentFile file) {
        this.file = file;
        file.databases().forEach(this::resolveDatabase);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new DocumentDatabase(name, getCursorRegistry(), file);
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        var command = message.getDocument();
        if (command.keySet().iterator().next().equals("find")
                && resolveDatabase(message.getDatabaseName()) instanceof DocumentDatabase database) {
            var answer = database.find(command);
            if (answer != null) {
                return answer;
            }
        }
        return super.handleMessage(message);
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        return command.equals("listDatabases")
                ? listDatabases()
                : super.handleCommand(channel, database, command, query);
    }

    /** The library opens every database once more for this, which would read them all again. */
    private Document listDatabases() {
        var databases = listDatabaseNames().stream()
                .sorted()
                .map(name -> new Document("name", name)
                        .append("empty", resolveDatabase(name).isEmpty()))
                .toList();
        var answer = new Document("databases", databases);
        Utils.markOkay(answer);
        return answer;
    }

    @Override
    public void close() {
        super.close();
        file.close();
    }
}
