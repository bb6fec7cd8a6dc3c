package vn.dvk.spec.planted.crossed.write.changesomething;

import com.mongodb.client.MongoDatabase;

/** Goes to the store on its own. */
public record CrossedWrite(MongoDatabase database) {}
