import ClusterRuntime
import Foundation
import TestSupport
import Testing
import ZeroMQ

/// Scripts that change a cluster's keys, cut off and run again.
@Suite("Scripts for keys", .timeLimit(.minutes(10)))
struct KeyScriptTests {
    private static let roles = KeyFolder.Role.allCases.map(\.rawValue)

    /// A rotation that was cut off when its last public key had its name: the new secret keys are lost.
    private static func cutRotation(of folder: String) throws {
        let whole = try TemporaryFolder()
        let files = FileManager.default
        try files.copyItem(atPath: folder, toPath: whole.path("keys"))
        try KeyFolder(path: whole.path("keys")).rotate()
        for role in roles {
            let name = "\(role).public"
            try Data(contentsOf: whole.url.appending(path: "keys/\(name)"))
                .write(to: URL(filePath: "\(folder)/\(name)"))
        }
    }

    private static func secretKeys(_ folder: String) throws -> [Data] {
        try roles.map { try Data(contentsOf: URL(filePath: "\(folder)/\($0).secret")) }
    }

    /// What each role has of its own in a folder of its own.
    private static func exported(_ folder: String) throws -> [Data] {
        try roles.map { try Data(contentsOf: URL(filePath: "\(folder)/\($0)/\($0).secret")) }
    }

    @Test("in compose's container: no role is left with its old key")
    func share() throws {
        let scripts = try ScriptsUnderTest(docker: "exit 1")
        let place = scripts.folder.path("share")
        for folder in ["all"] + Self.roles {
            try FileManager.default.createDirectory(atPath: "\(place)/\(folder)", withIntermediateDirectories: true)
        }
        let text = try ScriptsUnderTest.text("Deploy/container/share-keys").replacing("/share/", with: place + "/")
        let script = try scripts.folder.write("share-keys", text).path
        func run(_ action: String) throws {
            let result = try scripts.run("sh", [script, action])
            try #require(result.status == 0, "\(action): \(result.output)")
        }
        // Half of the first keys are none.
        try scripts.folder.write("share/all/cluster/.unfinished", "")
        try scripts.folder.write("share/all/cluster/producer.public", "x\n")
        try run("make")
        let all = place + "/all/cluster"
        let old = try Self.secretKeys(all)
        #expect(try Self.exported(place) == old)
        try Self.cutRotation(of: all)
        #expect(try scripts.run("sh", [script, "retire"]).status != 0)
        try run("rotate")
        try run("rotate")
        try run("retire")
        let new = try Self.secretKeys(all)
        #expect(Set(new).isDisjoint(with: old))
        #expect(try Self.exported(place) == new)
        #expect(try KeyFolder(path: all).state() == .settled)
    }

    @Test("on Kubernetes: no step is taken for done that is not")
    func kubernetes() throws {
        let scripts = try ScriptsUnderTest(docker: "exit 1")
        func run(_ action: String, status: Int32 = 0) throws {
            let result = try scripts.run("Scripts/kubernetes-keys", [action])
            try #require(result.status == status, "\(action): \(result.output)")
        }
        try run("make")
        let place = scripts.folder.path("Deploy/kubernetes/keys")
        let old = try Self.secretKeys(place + "/all")
        try run("rotate", status: 1)
        try Self.cutRotation(of: place + "/all")
        try run("rotate", status: 1)
        try run("retire", status: 1)
        try run("learn")
        #expect(try Self.exported(place) == old)
        try run("rotate")
        try run("retire")
        let new = try Self.secretKeys(place + "/all")
        #expect(Set(new).isDisjoint(with: old))
        #expect(try Self.exported(place) == new)
    }

    // MARK: Docker's secrets

    /// Keeps secrets as files, says how a stack was deployed, and fails at the call that changes something whose number
    /// is in the file `failing`.
    private static let swarm = """
        cd "$(dirname "$0")/.." && mkdir -p secrets
        case "$1 $2" in
        'secret inspect')
            for name; do :; done
            [ -e "secrets/$name" ] || exit 1
            [ "$3" != -f ] || cat "secrets/$name.label"
            exit ;;
        'service inspect') echo 0; exit ;;
        'secret create' | 'stack deploy') ;;
        *) exit ;;
        esac
        echo >>calls
        [ "$(wc -l <calls)" -ne "$(cat failing)" ] || exit 1
        if [ "$1" = secret ]; then
            [ ! -e "secrets/$5" ] || exit 1
            cp "$6" "secrets/$5"
            echo "${4#warraq.digest=}" >"secrets/$5.label"
        else
            echo "$WARRAQ_PUBLIC_KEYS $WARRAQ_SECRET_KEYS" >>deployed
        fi
        """

    private func swarm(failing call: Int = 0) throws -> ScriptsUnderTest {
        let scripts = try ScriptsUnderTest(docker: Self.swarm)
        try scripts.folder.write("failing", "\(call)")
        return scripts
    }

    /// The keys in the secrets with these numbers.
    private func secrets(of scripts: ScriptsUnderTest, _ numbers: (public: Int, secret: Int)) throws -> KeyFolder {
        let folder = scripts.folder.path("deployed-\(numbers.public)-\(numbers.secret)")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (kind, number) in [("public", numbers.public), ("secret", numbers.secret)] {
            for role in Self.roles where role != "client" || kind == "public" {
                try Data(contentsOf: scripts.folder.url.appending(path: "secrets/warraq-\(role)-\(kind)-\(number)"))
                    .write(to: URL(filePath: "\(folder)/\(role).\(kind)"))
            }
        }
        return KeyFolder(path: folder)
    }

    @Test(
        "in a Swarm, cut off anywhere: each deployment lets in the one before, and the last has new keys",
        arguments: 0...14
    )
    func rotation(failing call: Int) throws {
        let scripts = try swarm()
        let folder = scripts.folder.path("keys")
        try #require(try scripts.run("Scripts/swarm-keys", ["make", folder]).status == 0)
        let old = try Self.secretKeys(folder + "/all")
        try scripts.folder.write("deployed", "1 1\n")
        try scripts.folder.write("calls", "")
        try scripts.folder.write("failing", "\(call)")
        let first = try scripts.run("Scripts/swarm-keys", ["rotate", folder])
        #expect((first.status == 0) == (call == 0 || call > 14), "\(first.output)")
        if first.status != 0 {
            let second = try scripts.run("Scripts/swarm-keys", ["rotate", folder])
            #expect(second.status == 0, "\(second.output)")
        }

        let log = try String(contentsOfFile: scripts.folder.path("deployed"), encoding: .utf8)
        let deployed = try log.split(separator: "\n").map { line in
            let numbers = line.split(separator: " ").compactMap { Int($0) }
            return try secrets(of: scripts, (public: numbers[0], secret: numbers[1]))
        }
        // While containers are started anew one by one, those of two deployments meet.
        for (before, after) in zip(deployed, deployed.dropFirst()) {
            for role in [KeyFolder.Role.producer, .sink, .worker] {
                for (one, other) in [(before, after), (after, before), (after, after)] {
                    #expect(try other.publicKeys(of: role).contains(try one.keys(of: role).publicKey))
                }
            }
        }
        let new = try Self.secretKeys(folder + "/all")
        #expect(Set(new).isDisjoint(with: old))
        let last = try #require(deployed.last)
        for role in [KeyFolder.Role.producer, .sink, .worker] {
            let key = try KeyFolder(path: folder + "/all").keys(of: role).publicKey
            #expect(try last.keys(of: role).publicKey == key)
            #expect(try last.publicKeys(of: role) == [key])
        }
    }

    @Test("a secret of other keys is not taken for one of these")
    func foreignSecret() throws {
        let scripts = try swarm()
        let folder = scripts.folder.path("keys")
        for name in ["warraq-sink-secret-1", "warraq-client-public-1"] {
            try scripts.folder.write("secrets/\(name)", "x\n")
            try scripts.folder.write("secrets/\(name).label", "\n")
        }
        let result = try scripts.run("Scripts/swarm-keys", ["make", folder])
        #expect(result.status == 1)
        #expect(result.output.contains(": warraq-client-public-1 warraq-sink-secret-1; "), "\(result.output)")
        #expect(!FileManager.default.fileExists(atPath: scripts.folder.path("calls")))
    }
}
