using System.Globalization;

namespace FmeTyped;

/// <summary>Uploads a submission's local files, by the route that its options name.</summary>
internal sealed class SubmissionUploads(Uploader uploader, IDataUploadApi service, FmeUploadRoute defaultRoute)
{
    /// <summary>Uploads all local files of a submission. If one fails, all are deleted.</summary>
    /// <returns>The submission, which knows where its files are on the server.</returns>
    public Task<Submission> UploadAsync(Submission submission, CancellationToken cancellationToken)
    {
        var local = new LocalFilesCollector(submission.Options.ExtraParameters);
        submission.Request.Write(local);
        FmeUploadRoute route = submission.Options.UploadRoute ?? defaultRoute;
        return route.ConnectionName is { } connection
            ? UploadToFolderAsync(submission, UploadedFolder.New(ResourcePath.From(connection, route.Folder)), local.Files, cancellationToken)
            : UploadToServiceAsync(submission, local.Files, cancellationToken);
    }

    /// <summary>Deletes what was uploaded for a submission, unless it is to be kept.</summary>
    public Task RemoveAsync(Submission submission) => submission.UploadFolder is { } folder ? uploader.RemoveAsync(folder) : Task.CompletedTask;

    private async Task<Submission> UploadToFolderAsync(
        Submission submission, UploadedFolder folder, IReadOnlyList<LocalFiles> local, CancellationToken cancellationToken)
    {
        // Each value has its own folder, so that equal names do not collide.
        var uploads = new Dictionary<LocalFiles, string>();
        try
        {
            foreach (LocalFiles files in local)
            {
                ResourcePath own = folder.Path.Append((uploads.Count + 1).ToString(CultureInfo.InvariantCulture));
                ResourcePath place = await uploader.UploadAsync(
                    own, files, overwrite: true, submission.Options.UploadProgress, cancellationToken).ConfigureAwait(false);
                uploads.Add(files, place.Macro);
            }
        }
        catch
        {
            await uploader.RemoveAsync(folder).ConfigureAwait(false);
            throw;
        }

        return submission with { Uploads = uploads, UploadFolder = submission.Options.KeepUploads ? null : folder };
    }

    private async Task<Submission> UploadToServiceAsync(Submission submission, IReadOnlyList<LocalFiles> local, CancellationToken cancellationToken)
    {
        foreach (LocalFiles files in local)
        {
            if (files is LocalFolder folder)
            {
                ErrorContext context = new($"upload {folder} for {submission.Name} through the data upload service");
                throw new FmeNotSupportedException(
                    $"Could not {context.Operation}: it takes files and no folders. Nothing was submitted. "
                    + $"Take another {nameof(FmeUploadRoute)}, or send the folder zipped ({nameof(FmeFile)}.{nameof(FmeFile.FromFolder)}).",
                    context);
            }
        }

        string space = $"fmetyped-{Guid.NewGuid():N}";
        var uploads = new Dictionary<LocalFiles, string>();
        foreach (LocalFiles files in local)
        {
            string ownSpace = $"{space}-{uploads.Count + 1}";
            string? place = null;
            foreach (LocalContent file in Uploader.List(files))
            {
                string path = await service.UploadAsync(
                    submission.Repository, submission.Workspace, ownSpace, file, submission.Options.UploadProgress, cancellationToken).ConfigureAwait(false);
                place ??= path;
            }

            uploads.Add(files, place!);
        }

        return submission with { Uploads = uploads };
    }
}
