import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.List;

/** An independent server of MongoDB's wire protocol, in memory, on 127.0.0.1; it ends with its standard input. */
public class MongoWire {
	/** Why an own version: driver 7 speaks to wire version 9 and up only. */
	static final MongoVersion SPOKEN = new MongoVersion() {
		public List<Integer> getVersionArray() {
			return List.of(5, 0, 0);
		}

		public int getWireVersion() {
			return 13;
		}
	};

	public static void main(String[] args) throws Exception {
		var server = new MongoServer(new MemoryBackend().version(SPOKEN));
		server.bind("127.0.0.1", Integer.parseInt(args[0]));
		System.out.println("ready");
		while (System.in.read() >= 0) {}
		server.shutdownNow();
	}
}
