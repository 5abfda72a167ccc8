using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace FmeTyped;

/// <summary>Uploads files of this machine into shared resources, and deletes what it uploaded.</summary>
internal sealed class Uploader(ApiVersionSelector<IResourceApi> resources)
{
    // A caller who cancelled, or who has a result already, waits no longer than this.
    private static readonly TimeSpan LongestCleanUp = TimeSpan.FromSeconds(10);

    /// <summary>Uploads one value of a parameter into a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="files">The value.</param>
    /// <param name="overwrite">Whether files of these names may be overwritten.</param>
    /// <param name="progress">Receives the progress.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>Where it is.</returns>
    public async Task<ResourcePath> UploadAsync(
        ResourcePath folder, LocalFiles files, bool overwrite, IProgress<FmeUploadProgress>? progress, CancellationToken cancellationToken)
    {
        IResourceApi api = await resources.ForAsync(FirstV4Build.ForResources, cancellationToken).ConfigureAwait(false);
        ResourcePath place = folder.Append(files.Name);
        foreach (LocalContent file in List(files))
        {
            ResourcePath parent = files is LocalFolder ? place.Append(file.Folder) : folder;
            await api.UploadAsync(parent, file, overwrite, progress, cancellationToken).ConfigureAwait(false);
        }

        return place;
    }

    /// <summary>Reads the files of one parameter value, as they are now.</summary>
    /// <exception cref="FmeException">They cannot be read.</exception>
    public static IReadOnlyList<LocalContent> List(LocalFiles files)
    {
        try
        {
            return files.List();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            ErrorContext context = new($"upload {files}");
            throw new FmeException($"Could not {context.Operation}: it cannot be read. {Sentence.Ended(exception.Message)}", context, exception);
        }
    }

    /// <summary>Deletes an upload folder. A failure does not fail the call that precedes it, and is only recorded in the activity.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "The job's result is what counts, and the server empties its temporary resource by itself.")]
    public async Task RemoveAsync(UploadedFolder folder)
    {
        try
        {
            IResourceApi api = await resources.ForAsync(FirstV4Build.ForResources, LongestCleanUp, CancellationToken.None).ConfigureAwait(false);
            await api.DeleteAsync(folder.Path, LongestCleanUp, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Activity.Current?.AddEvent(new ActivityEvent(
                "fme.upload.cleanup_failed", tags: new() { ["fme.upload.folder"] = folder.ToString(), ["error.type"] = exception.GetType().Name }));
        }
    }
}
