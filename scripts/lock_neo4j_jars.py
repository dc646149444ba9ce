"""Write the lock of Neo4j's jars anew: `python scripts/lock_neo4j_jars.py 2026.08.1`. Needs Maven.

Maven resolves Neo4j Community's server and its tools, for every system that we serve; each line of
the lock is a jar's coordinates, its SHA-256 and its size.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import tempfile
from pathlib import Path

LOCKS = Path(__file__).parent.parent / "inquiry_graph" / "jar_locks"
WANTED = ("org.neo4j.app:neo4j-server", "org.neo4j:neo4j")
PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1"
# "group:artifact:jar[:classifier]:version:scope:/path/of/the.jar", as dependency:list prints with absolute paths
LINE = re.compile(r"([\w.-]+):([\w.-]+):jar(?::([\w.-]+))?:([\w.-]+):(?:compile|runtime):(\S.*\.jar)")
PROJECT = """<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>lock</groupId><artifactId>lock</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>{dependencies}</dependencies>
</project>
"""
DEPENDENCY = "<dependency><groupId>{}</groupId><artifactId>{}</artifactId><version>{}</version></dependency>"


def resolved(version: str) -> list[str]:
    """The lines of the lock, sorted."""
    with tempfile.TemporaryDirectory() as folder:
        project, found = Path(folder) / "pom.xml", Path(folder) / "list.txt"
        dependencies = (DEPENDENCY.format(*name.split(":"), version) for name in WANTED)
        project.write_text(PROJECT.format(dependencies="".join(dependencies)), encoding="utf-8")
        options = ["-DincludeScope=runtime", "-DoutputAbsoluteArtifactFilename=true", f"-DoutputFile={found}"]
        subprocess.run(["mvn", "--quiet", "--batch-mode", "-f", str(project), f"{PLUGIN}:list", *options], check=True)
        return sorted(_locked(*match.groups()) for match in LINE.finditer(found.read_text(encoding="utf-8")))


def _locked(group: str, artifact: str, classifier: str | None, version: str, path: str) -> str:
    content = Path(path).read_bytes()
    coordinates = ":".join(filter(None, (group, artifact, version, classifier)))
    return f"{coordinates} sha256:{hashlib.sha256(content).hexdigest()} {len(content)}"


def main() -> int:
    """Lock the version that is named on the command line."""
    if len(sys.argv) != 2:
        sys.stderr.write("Name one version of Neo4j, for example 2026.08.1.\n")
        return 2
    version = sys.argv[1]
    lines = resolved(version)
    head = (
        f"# Neo4j Community {version}: group:artifact:version[:classifier] sha256 bytes, "
        f"as Maven resolves {' and '.join(WANTED)}"
    )
    (LOCKS / f"{version}.txt").write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    sys.stdout.write(f"Locked {len(lines)} jars of Neo4j {version}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
