using System.Globalization;
using FmeTyped.Schema.Naming;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.SchemaFiles;

/// <summary>
/// One writer at a time: only one run of the tool reads, changes and writes a schema file. The lock is a file in the
/// temporary folder, which remains there; the operating system releases it when its holder dies.
/// </summary>
internal sealed class SchemaFileLock : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly FileStream _file;

    private SchemaFileLock(FileStream file) => _file = file;

    /// <exception cref="ToolException">Another run has held it for half a minute.</exception>
    public static async Task<SchemaFileLock> TakeAsync(string path, CancellationToken cancellationToken)
    {
        // A file has one lock, whatever name or link leads to it.
        string hash = StableHash.From(LinkedFile.Resolve(path)).ToString("x8", CultureInfo.InvariantCulture);
        string file = Path.Combine(Path.GetTempPath(), $"fmetyped-{Environment.UserName}-{hash}.lock");
        for (TimeSpan waited = TimeSpan.Zero; ; waited += Pause)
        {
            try
            {
                return new SchemaFileLock(new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (waited < Patience)
            {
                await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
            }
            catch (IOException)
            {
                throw new ToolException($"Another run of fmetyped is writing {path}; wait until it ends, and try again.");
            }
        }
    }

    public void Dispose() => _file.Dispose();
}
