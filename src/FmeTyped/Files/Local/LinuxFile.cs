using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace FmeTyped;

/// <summary>What .NET does not report about a file on Linux: its owner, and whether it is a regular file.</summary>
internal sealed partial class LinuxFile
{
    private const int FromCurrentFolder = -100;
    private const uint TypeModeOwnerAndGroup = 0x1B;
    private const int TypeMask = 0xF000;
    private const int Regular = 0x8000;
    private const int CharacterDevice = 0x2000;
    private const int BlockDevice = 0x6000;
    private const uint Unchanged = uint.MaxValue;

    private readonly Status _status;

    private LinuxFile(Status status) => _status = status;

    public bool IsRegular => (_status.Mode & TypeMask) == Regular;

    /// <summary>Whether it is a device: a disk, a terminal, or an endless one such as <c>/dev/zero</c>.</summary>
    public bool IsDevice => (_status.Mode & TypeMask) is CharacterDevice or BlockDevice;

    /// <summary>Gets the file at a path; null if there is none, and on other systems.</summary>
    public static LinuxFile? Find(string path)
    {
        try
        {
            return OperatingSystem.IsLinux() && GetStatus(FromCurrentFolder, path, 0, TypeModeOwnerAndGroup, out Status status) == 0
                ? new LinuxFile(status)
                : null;
        }
        catch (EntryPointNotFoundException)
        {
            // Small C libraries have had statx only since recently (musl 1.2.5).
            return null;
        }
    }

    /// <summary>Sets the owner and the group of another file to those of this one, each if the process may do that.</summary>
    public void GiveOwnerTo(SafeFileHandle other)
    {
        _ = ChangeOwner(other, _status.Owner, Unchanged);
        _ = ChangeOwner(other, Unchanged, _status.Group);
    }

    // Unlike that of stat, the layout of its result is the same on every processor.
    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int GetStatus(int folder, string path, int flags, uint mask, out Status status);

    [LibraryImport("libc", EntryPoint = "fchown")]
    private static partial int ChangeOwner(SafeFileHandle file, uint owner, uint group);

    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Status
    {
        [FieldOffset(20)]
        public uint Owner;

        [FieldOffset(24)]
        public uint Group;

        [FieldOffset(28)]
        public ushort Mode;
    }
}
