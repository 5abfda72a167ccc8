using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace FmeTyped;

/// <summary>Uploads what a request has on this machine, and cleans up behind it.</summary>
internal sealed class Uploader(ApiVersionSelector<IResourceApi> resources, DataUploadService dataUpload, FmeUploadRoute defaultRoute)
{
    // A caller who cancelled or has a result already is kept no longer than this.
    private static readonly TimeSpan LongestCleanUp = TimeSpan.FromSeconds(10);

    /// <summary>Uploads all files of a request. If one fails, nothing of them stays.</summary>
    public Task<UploadedFiles> UploadAsync(Submission submission, CancellationToken cancellationToken)
    {
        var request = new LocalFilesCollector(submission.Options.ExtraParameters);
        submission.Request.Write(request);
        FmeUploadRoute route = submission.Options.UploadRoute ?? defaultRoute;
        return route.ConnectionName is { } connection
            ? UploadToFolderAsync(submission, UploadedFolder.New(ResourcePath.From(connection, route.Folder)), request.Files, cancellationToken)
            : UploadToServiceAsync(submission, request.Files, cancellationToken);
    }

    /// <summary>Uploads one value of a parameter into a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="files">The value.</param>
    /// <param name="overwrite">Whether files of these names may be overwritten.</param>
    /// <param name="progress">Whom to tell of the progress.</param>
    /// <param name="cancellationToken">The caller's.</param>
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

    /// <summary>Deletes an upload folder. That this fails is no failure of the call that it comes after, and is told to the trace only.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "The job's result is the news, and the server empties its temporary resource by itself; so "
        + "nothing may come out here.")]
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

    private async Task<UploadedFiles> UploadToFolderAsync(
        Submission submission, UploadedFolder folder, IReadOnlyList<LocalFiles> request, CancellationToken cancellationToken)
    {
        // Each value has a folder of its own, so that equal names do not meet.
        var uploads = new UploadedFiles(submission.Options.KeepUploads ? null : folder);
        try
        {
            for (int i = 0; i < request.Count; i++)
            {
                ResourcePath own = folder.Path.Append((i + 1).ToString(CultureInfo.InvariantCulture));
                ResourcePath place = await UploadAsync(own, request[i], overwrite: true, submission.Options.UploadProgress, cancellationToken)
                    .ConfigureAwait(false);
                uploads.Add(request[i], place.Macro);
            }

            return uploads;
        }
        catch
        {
            await RemoveAsync(folder).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<UploadedFiles> UploadToServiceAsync(Submission submission, IReadOnlyList<LocalFiles> request, CancellationToken cancellationToken)
    {
        foreach (LocalFiles files in request)
        {
            if (files is LocalFolder folder)
            {
                ErrorContext context = new($"upload {folder} for {submission.Name} through the data upload service");
                throw new FmeNotSupportedException(
                    $"Could not {context.Operation}: it takes files and no folders. Nothing was submitted. Take another {nameof(FmeUploadRoute)}, or send "
                        + $"the folder zipped ({nameof(FmeFile)}.{nameof(FmeFile.FromFolder)}).",
                    context);
            }
        }

        string space = $"fmetyped-{Guid.NewGuid():N}";
        var uploads = new UploadedFiles(folder: null);
        for (int i = 0; i < request.Count; i++)
        {
            string? place = null;
            foreach (LocalContent file in List(request[i]))
            {
                string path = await dataUpload.UploadAsync(submission, $"{space}-{i + 1}", file, submission.Options.UploadProgress, cancellationToken)
                    .ConfigureAwait(false);
                place ??= path;
            }

            uploads.Add(request[i], place!);
        }

        return uploads;
    }

    private static IReadOnlyList<LocalContent> List(LocalFiles files)
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
}
